import type { ComponentType } from 'react';
import type { Language } from '../../shared/unit/format.ts';

export interface Section {
  /** Its place in the address: `/desk/<id>`. */
  readonly id: string;
  readonly title: Readonly<Record<Language, string>>;
  /** One that is reached from another and stands in no navigation. */
  readonly isInner?: boolean;
  readonly load: () => Promise<ComponentType>;
}

/** What the desk is made of, in the order of its navigation: one row a section, loaded when it is opened. */
export const SECTIONS: readonly Section[] = [
  {
    id: 'units',
    title: { vi: 'Đơn vị', en: 'Units' },
    load: () => import('./units/units-section.tsx').then(({ UnitsSection }) => UnitsSection),
  },
];
