import type { AlarmDays } from '../shared/alarm/alarm-days.ts';
import type { CameraOutage } from '../shared/alarm/outage.ts';
import type { ReliveAsked, RelivedMoment } from '../shared/alarm/relived.ts';
import type { IncidentEvent } from '../shared/duty/incident.ts';
import type { Refusal } from '../shared/protocol/messages.ts';
import type { Answer } from '../shared/query/answer.ts';
import type { Query } from '../shared/query/query.ts';
import type { LadderAnswer } from '../shared/record/camera-ladder.ts';
import type { CameraWindowRow, NewWindow, WindowDeed } from '../shared/record/camera-window.ts';
import type { RadarAnswer } from '../shared/record/radar.ts';
import type { RecordPage } from '../shared/record/record-page.ts';
import type { RecordsAnswer, RecordsQuery } from '../shared/record/records.ts';
import type { SearchHit } from '../shared/record/search.ts';
import type { DaySpan } from '../shared/unit/period.ts';
import type { Principal } from './access/principal.ts';
import type { ClockSetting } from './config.ts';
import type {
  CameraPlace,
  Figure,
  PushResult,
  Readiness,
  RecentEvent,
  RevisionsAsked,
  RevisionsTold,
  SourceQuality,
  SourceState,
} from './http/ports.ts';
import type { ContentType } from './ingest/body.ts';
import type { QuarantinePage } from './log/log.ts';
import type { Asked, CatchUp, Output, Position } from './publish/outgoing.ts';
import type { LadderAsked } from './query/camera-ladder.ts';
import type { RadarAsked } from './records/radar.ts';
import type { ClockRun } from './source/clock.ts';

/** What the flow offers the edges, in this thread or from another one. */
export interface CoreCalls {
  push(body: Uint8Array<ArrayBuffer>, contentType: ContentType): Promise<PushResult>;
  query(query: Query, principal: Principal): Promise<Answer | { readonly refused: Refusal }>;
  ask(query: Query, principal: Principal, have: Position | undefined): Promise<Asked>;
  resume(key: string, have: Position | undefined): Promise<CatchUp | undefined>;
  release(key: string): Promise<void>;
  /** The outputs last told have been sent on, which took so long, ms: only then the next tick comes. */
  took(fanoutMs: number): Promise<void>;
  /** Those that concern a principal; without one all. */
  sources(principal?: Principal): Promise<readonly SourceState[]>;
  cameras(principal: Principal): Promise<readonly CameraPlace[]>;
  /** What is down now in the scope, one row a cause; of a unit and everything below it. With `silence` cameras that say nothing count as down. */
  outages(principal: Principal, unit: string, silence: boolean): Promise<readonly CameraOutage[]>;
  /** The last thirty days where no period is named. */
  quality(principal: Principal, period: DaySpan | undefined, unit?: string): Promise<SourceQuality>;
  /** Newest first: events that feed a measure source, among the last hundred thousand. */
  recent(feeds: string, limit: number): Promise<readonly RecentEvent[]>;
  /** Figures of an indicator that were revised, with what they were before. */
  revisions(principal: Principal, asked: RevisionsAsked): Promise<RevisionsTold>;
  /** Rejects with `IOC_ACCESS_UNIT`, `IOC_QUERY_UNKNOWN_UNIT` or `IOC_HTTP_INVALID`. */
  records(query: RecordsQuery, principal: Principal): Promise<RecordsAnswer>;
  /** Rejects with `IOC_RECORD_UNKNOWN`. */
  record(
    key: { readonly agency: string; readonly code: string },
    principal: Principal,
  ): Promise<RecordPage>;
  /** Best first; no more than `limit` of a kind. */
  search(query: string, limit: number, principal: Principal): Promise<readonly SearchHit[]>;
  /** Reject as `records` does. */
  radar(asked: RadarAsked, principal: Principal): Promise<RadarAnswer>;
  cameraLadder(asked: LadderAsked, principal: Principal): Promise<LadderAnswer>;
  /** Planned maintenance of cameras of a unit and everything below it. These reject as `records` does. */
  windows(unit: string, principal: Principal): Promise<readonly CameraWindowRow[]>;
  /** Gives the window's code; durable when it resolves. */
  planWindow(asked: NewWindow, principal: Principal): Promise<string>;
  /** Rejects with `IOC_DUTY_UNKNOWN` or `IOC_DUTY_STATE`. */
  changeWindow(window: string, deed: WindowDeed, principal: Principal): Promise<void>;
  /** What was known at moments of the past; reads the whole log, beside other work. */
  relive(asked: ReliveAsked, principal: Principal): Promise<readonly RelivedMoment[]>;
  /** How the alarm system did, newer than what was told before. */
  tellAlarms(told: AlarmDays): Promise<void>;
  /** The newest incidents that sources sent. */
  incidents(): Promise<readonly IncidentEvent[]>;
  quarantine(page: { readonly limit: number; readonly before?: number }): Promise<QuarantinePage>;
  figures(): Promise<readonly Figure[]>;
  /** Writes a last checkpoint and closes the log. */
  close(): Promise<void>;
}

export const CORE_CALLS = [
  'push',
  'query',
  'ask',
  'resume',
  'release',
  'took',
  'sources',
  'cameras',
  'outages',
  'quality',
  'revisions',
  'recent',
  'incidents',
  'tellAlarms',
  'relive',
  'records',
  'record',
  'search',
  'radar',
  'cameraLadder',
  'windows',
  'planWindow',
  'changeWindow',
  'quarantine',
  'figures',
  'close',
] as const satisfies readonly (keyof CoreCalls)[];

/** What the flow tells the edges by itself. */
export interface CoreListener {
  onOutputs(outputs: readonly Output[]): void;
  onReadiness(readiness: Readiness): void;
  /** The server's clock; told once, as soon as it runs. */
  onClock(run: ClockRun): void;
  /** A coded line for the process log. */
  onNotice(notice: { readonly code: string; readonly message: string }): void;
}

/** What a core is opened with; plain values, they cross to its thread. */
export interface CoreSettings {
  readonly packDirectory: string;
  readonly dataDirectory: string;
  /** Undefined: what the pack asks for, else real time. */
  readonly clock: ClockSetting | undefined;
  readonly futureLimitMs: number;
  /** New for each life of the process. */
  readonly epoch: string;
}
