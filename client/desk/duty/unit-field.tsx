import { unitName, useDesk } from '../desk-context.ts';

interface UnitFieldProps {
  readonly label: string;
  /** What an empty choice is called; without it a unit must be chosen. */
  readonly none?: string;
}

/** One of the units that exist on the server's day, by name; the one that is shown at first. */
export function UnitField({ label, none }: UnitFieldProps) {
  const desk = useDesk();
  return (
    <label>
      {label}
      <select
        name="unit"
        className="field-input"
        defaultValue={none === undefined ? desk.unit : ''}
        required={none === undefined}
      >
        {none !== undefined && <option value="">{none}</option>}
        {desk.borders.below(desk.top).map(({ code }) => (
          <option key={code} value={code}>
            {unitName(desk, code)}
          </option>
        ))}
      </select>
    </label>
  );
}
