import { IncidentCase, IncidentDeed, NewIncident } from '../../shared/duty/incident.ts';
import { HandedItem, ShiftDeed, ShiftLog } from '../../shared/duty/shift.ts';
import { NewTask, Task, TaskDeed } from '../../shared/duty/task.ts';
import {
  CameraWindowRow,
  NewWindow,
  WindowCode,
  WindowDeed,
} from '../../shared/record/camera-window.ts';
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
  '/api/v1/cameras/windows': {
    get: doing('Planned maintenance of cameras', 'Newest first', list('CameraWindowRow'), {
      parameters: [{ ...inPath('unit'), in: 'query' }],
    }),
    post: {
      ...making('Plan maintenance of cameras', 'NewWindow', 'WindowCode'),
      description:
        'Of all cameras of a unit, of one owner, contractor, zone or junction, or of single ones. Within it they count as under maintenance, whatever they report, and raise no alarm.',
    },
  },
  '/api/v1/cameras/windows/{window}/deeds': {
    post: doing('End or cancel planned maintenance', 'The window', named('WindowCode'), {
      parameters: [inPath('window')],
      ...takes('WindowDeed'),
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
  CameraWindowRow,
  NewWindow,
  WindowCode,
  WindowDeed,
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
