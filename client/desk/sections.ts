import type { ComponentType } from 'react';
import type { Me } from '../../shared/account/account.ts';
import type { Language } from '../../shared/unit/format.ts';

export interface Section {
  /** Its place in the address: `/desk/<id>`. */
  readonly id: string;
  readonly title: Readonly<Record<Language, string>>;
  /** Id of the section it is reached from; it has no place of its own in the navigation. */
  readonly within?: string;
  /** The action without which the server refuses all of it; whoever may not is not shown it. */
  readonly needs?: 'operate' | 'accounts';
  readonly load: () => Promise<ComponentType>;
}

/** What the desk is made of, in the order of its navigation: one row a section, loaded when it is opened. */
export const SECTIONS: readonly Section[] = [
  {
    id: 'units',
    title: { vi: 'Đơn vị', en: 'Units' },
    load: () => import('./units/units-section.tsx').then(({ UnitsSection }) => UnitsSection),
  },
  {
    id: 'list',
    title: { vi: 'Hồ sơ', en: 'Dossiers' },
    load: () => import('./list/list-section.tsx').then(({ ListSection }) => ListSection),
  },
  {
    id: 'record',
    title: { vi: 'Một hồ sơ', en: 'One dossier' },
    within: 'list',
    load: () => import('./record/record-section.tsx').then(({ RecordSection }) => RecordSection),
  },
  {
    id: 'radar',
    title: { vi: 'Sắp quá hạn', en: 'Late soon' },
    load: () => import('./radar/radar-section.tsx').then(({ RadarSection }) => RadarSection),
  },
  {
    id: 'cameras',
    title: { vi: 'Camera', en: 'Cameras' },
    load: () =>
      import('./cameras/cameras-section.tsx').then(({ CamerasSection }) => CamerasSection),
  },
  {
    id: 'alarms',
    title: { vi: 'Cảnh báo', en: 'Alarms' },
    load: () => import('./alarms/alarms-section.tsx').then(({ AlarmsSection }) => AlarmsSection),
  },
  {
    id: 'rules',
    title: { vi: 'Quy tắc', en: 'Rules' },
    load: () => import('./rules/rules-section.tsx').then(({ RulesSection }) => RulesSection),
  },
  {
    id: 'tasks',
    title: { vi: 'Nhiệm vụ', en: 'Tasks' },
    load: () => import('./tasks/tasks-section.tsx').then(({ TasksSection }) => TasksSection),
  },
  {
    id: 'incidents',
    title: { vi: 'Sự cố', en: 'Incidents' },
    load: () =>
      import('./incidents/incidents-section.tsx').then(({ IncidentsSection }) => IncidentsSection),
  },
  {
    id: 'shift',
    title: { vi: 'Ca trực', en: 'Shift' },
    load: () => import('./shift/shift-section.tsx').then(({ ShiftSection }) => ShiftSection),
  },
  {
    id: 'deliveries',
    title: { vi: 'Thông báo gửi đi', en: 'Messages out' },
    needs: 'operate',
    load: () =>
      import('./deliveries/deliveries-section.tsx').then(
        ({ DeliveriesSection }) => DeliveriesSection,
      ),
  },
  {
    id: 'webhooks',
    title: { vi: 'Webhook', en: 'Webhooks' },
    needs: 'accounts',
    load: () =>
      import('./webhooks/webhooks-section.tsx').then(({ WebhooksSection }) => WebhooksSection),
  },
  {
    id: 'accounts',
    title: { vi: 'Tài khoản', en: 'Accounts' },
    needs: 'accounts',
    load: () =>
      import('./accounts/accounts-section.tsx').then(({ AccountsSection }) => AccountsSection),
  },
];

/** Those in the navigation of whoever may use them; the first nine have their number as a key. */
export function sectionsOf({ actions }: Pick<Me, 'actions'>): readonly Section[] {
  return SECTIONS.filter(
    ({ within, needs }) => !within && (needs === undefined || actions.includes(needs)),
  );
}
