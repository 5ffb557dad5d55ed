import { followStop, keepPlace } from './hold-place';
import { acceptRequest, allocateRequest, noteStillWanted } from './service-acts';
import { sendRequest, takeOnRequest } from './desk-acts';
import { ADVISER, aRequest, ASKED, MANAGER, timingAt } from './service-request.samples';
import type { ServiceRequest } from './service-request';

const may = timingAt();
const stopped = timingAt(ASKED, { stopped: true });

function after(change: { readonly kind: string; readonly request?: ServiceRequest }): ServiceRequest {
  if (change.request === undefined) throw new Error(change.kind);
  return change.request;
}

const accepted = () =>
  after(
    acceptRequest(after(sendRequest(aRequest(), { ground: 'consent', timing: may })), {
      allocateTo: null,
      timing: may,
    }),
  );
const allocated = () => after(allocateRequest(accepted(), { to: ADVISER, timing: may }));

describe('a request while nobody may contact the person', () => {
  it.each([
    ['send', aRequest()],
    ['ask-still-wanted', accepted()],
    ['start', allocated()],
  ])(
    'is held at the desk where "%s" was due, and that is due again when the stop is lifted',
    (step, request) => {
      expect(request.step).toBe(step);
      const held = followStop(request, stopped);
      expect(held?.request).toMatchObject({ step: 'hold', state: request.state });
      expect(held?.events.map(({ type }) => type)).toEqual(['service-request.held']);
      if (held === null) return;
      expect(followStop(held.request, stopped)).toBeNull();
      expect(followStop(held.request, may)?.request.step).toBe(step);
    },
  );

  it('stays with the manager who has taken it on', () => {
    const landed = { ...aRequest(), landedAt: ASKED };
    const taken = after(takeOnRequest(landed, { by: MANAGER, timing: may }));
    expect(followStop(taken, stopped)).toBeNull();
  });

  it('stays held when the person says of themselves that they still want it', () => {
    const held = followStop(accepted(), stopped)?.request ?? accepted();
    const noted = after(noteStillWanted(held, { answer: 'still-wanted', timing: stopped }));
    expect(noted).toMatchObject({ step: 'hold', lastStillWantedAt: ASKED });
  });

  it('keeps its place only where it is held', () => {
    expect(keepPlace(accepted(), stopped)).toEqual({ kind: 'refused', reason: 'not-held' });
    const held = followStop(accepted(), stopped)?.request ?? accepted();
    expect(keepPlace(held, may)).toEqual({ kind: 'refused', reason: 'not-held' });
    expect(after(keepPlace(held, stopped))).toMatchObject({ step: 'hold', state: 'waiting' });
  });
});
