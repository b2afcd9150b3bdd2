import { Shape } from '../../ui/shape.tsx';

/** Why the last deed was refused; said aloud as well. */
export function FaultLine({ text }: { text: string | null }) {
  return (
    <p className="duty-fault alarm" role="alert">
      {text && (
        <>
          <Shape name="alarm" /> {text}
        </>
      )}
    </p>
  );
}
