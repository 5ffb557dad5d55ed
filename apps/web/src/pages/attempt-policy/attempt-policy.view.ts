import type { AttemptPolicyBody } from '#libs/casework';
import { attemptPolicyVersions } from '#libs/persistence';
import type { ProposalView } from '../change-proposals/proposal-view';
import { attemptFacts, factChanges } from '../policies/rule-facts';
import { ATTEMPT_EFFECT } from './attempt-policy.copy';

export const attemptPolicyView: ProposalView = {
  kind: 'attempt-policy',

  title: () => 'Attempt policy',

  async changes(manager, { basedOnVersion, body }) {
    const before = (await attemptPolicyVersions(manager)).find(({ version }) => version === basedOnVersion);
    return factChanges(before ? attemptFacts(before.body) : [], attemptFacts(body as AttemptPolicyBody));
  },

  preview: () => Promise.resolve([ATTEMPT_EFFECT]),
};
