import type { FastifyPluginAsync } from 'fastify';
import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import { IocError } from '../errors.ts';
import { bearerOf, isLoopback } from './guard.ts';
import type { AccessPort, Figure } from './ports.ts';

export interface PushMetrics {
  countPush(bytes: number, ms: number): void;
}

export interface Metrics extends PushMetrics {
  readonly registry: Registry;
}

/** Of this thread: pushes as HTTP sees them, and Node's own (event-loop delay, heap); events are counted in the core. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const received = new Counter({ name: 'ioc_push_bytes_total', help: 'Pushed bytes', registers });
  const seconds = new Histogram({
    name: 'ioc_push_seconds',
    help: 'From the whole body to the answer after the commit',
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
    registers,
  });
  return {
    registry,
    countPush(bytes, ms) {
      received.inc(bytes);
      seconds.observe(ms / 1000);
    },
  };
}

export interface MetricRoutesOptions {
  readonly access: AccessPort;
  readonly registry: Registry;
  /** Figures of the core, asked for at each scrape. */
  readonly figures: () => Promise<readonly Figure[]>;
}

/** `GET /metrics` in Prometheus' text form, for the administrator or from this machine. */
export const metricRoutes: FastifyPluginAsync<MetricRoutesOptions> = async (app, options) => {
  app.get('/metrics', async (request, reply) => {
    const principal = options.access.principalOf(bearerOf(request), request.ip);
    const isAllowed = principal && options.access.may(principal, 'metrics');
    if (!isAllowed && !isLoopback(request.ip)) {
      throw new IocError('IOC_ACCESS_REFUSED', { where: 'metrics', came: principal?.role ?? '?' });
    }
    const own = await options.registry.metrics();
    const core = renderFigures(await options.figures());
    return reply.type(options.registry.contentType).send(own + core);
  });
};

function renderFigures(figures: readonly Figure[]): string {
  const seen = new Set<string>();
  return figures
    .map((figure) => {
      const head = seen.has(figure.name)
        ? ''
        : `# HELP ${figure.name} ${figure.help}\n# TYPE ${figure.name} ${figure.type}\n`;
      seen.add(figure.name);
      return `${head}${figure.name}${renderLabels(figure.labels)} ${figure.value}\n`;
    })
    .join('');
}

function renderLabels(labels: Figure['labels']): string {
  const pairs = Object.entries(labels ?? {}).map(([name, value]) => {
    const escaped = value.replace(/[\\"]/g, '\\$&').replaceAll('\n', '\\n');
    return `${name}="${escaped}"`;
  });
  return pairs.length > 0 ? `{${pairs.join(',')}}` : '';
}
