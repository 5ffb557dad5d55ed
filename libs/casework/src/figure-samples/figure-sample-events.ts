import { event, type DomainEvent, type FigureSample, type Instant } from '#libs/domain';

export function askedEvent({ id, figure, size, purpose, askedAt }: FigureSample): DomainEvent {
  return event({
    subject: { kind: 'figure-sample', id },
    type: 'figure-sample.asked',
    happenedAt: askedAt,
    reason: purpose,
    payload: { ...figure, size },
  });
}

export function drawnEvent(
  { id, purpose }: FigureSample,
  drawn: {
    readonly at: Instant;
    readonly population: number;
    readonly cases: number;
    readonly sha256: string;
    readonly seal: number | null;
  },
): DomainEvent {
  const { at, ...payload } = drawn;
  return event({
    subject: { kind: 'figure-sample', id },
    type: 'figure-sample.drawn',
    happenedAt: at,
    reason: purpose,
    payload,
  });
}
