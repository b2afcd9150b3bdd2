import { IncidentCase, IncidentDeed, NewIncident } from '../../shared/duty/incident.ts';
import { HandedItem, ShiftDeed, ShiftLog } from '../../shared/duty/shift.ts';
import { NewTask, Task, TaskDeed } from '../../shared/duty/task.ts';
import { named } from './api-parts.ts';
import { CREATED, doing, inPath, list, takes } from './desk-document-parts.ts';

const id = { parameters: [inPath('id')] };
const unit = { parameters: [inPath('unit')] };

const making = (summary: string, body: string, answer: string) => ({
  summary,
  ...takes(body),
  responses: CREATED('As it was opened', answer),
});

/** Work of a shift, for the API document. */
export const DUTY_PATHS = {
  '/api/v1/tasks': {
    get: doing('Tasks', 'Open ones by due time, then those that have ended', list('Task')),
    post: making('Give a task to a unit', 'NewTask', 'Task'),
  },
  '/api/v1/tasks/{id}/deeds': {
    post: doing('Do something to a task', 'The task', named('Task'), {
      ...id,
      ...takes('TaskDeed'),
    }),
  },
  '/api/v1/shifts/{unit}': {
    get: doing('The shift log of a desk', 'Newest shift first', named('ShiftLog'), unit),
  },
  '/api/v1/shifts/{unit}/items': {
    get: doing('What a hand-over would list now', 'What is open', list('HandedItem'), unit),
  },
  '/api/v1/shifts/{unit}/deeds': {
    post: doing('Begin, note, hand over, take over', 'The log', named('ShiftLog'), {
      ...unit,
      ...takes('ShiftDeed'),
    }),
  },
  '/api/v1/incidents': {
    get: doing('Incidents', 'Open ones first, each with its timeline', list('IncidentCase')),
    post: making('Open an incident', 'NewIncident', 'IncidentCase'),
  },
  '/api/v1/incidents/{id}/deeds': {
    post: doing('Note, grade or close an incident', 'The incident', named('IncidentCase'), {
      ...id,
      ...takes('IncidentDeed'),
    }),
  },
};

export const DUTY_SCHEMAS = {
  Task,
  NewTask,
  TaskDeed,
  ShiftLog,
  ShiftDeed,
  HandedItem,
  IncidentCase,
  NewIncident,
  IncidentDeed,
};
