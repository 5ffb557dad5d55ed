import type { RoutingTable } from '#libs/domain';
import { routingTableVersions } from '#libs/persistence';
import type { ProposalView } from '../change-proposals/proposal-view';
import { factChanges } from '../policies/rule-facts';
import { replaySection } from './replay';
import { readNames } from './routing-names';
import { tableFacts } from './table-facts';

/** How a change of the routing rules is shown: rule by rule, and who would have gone elsewhere last quarter. */
export const routingView: ProposalView = {
  kind: 'routing',

  title: () => 'Routing rules',

  async changes(manager, { basedOnVersion, body }, { now }) {
    const names = await readNames(manager, now);
    const before = (await routingTableVersions(manager)).find(
      ({ table }) => table.version === basedOnVersion,
    );
    return factChanges(
      before === undefined ? [] : tableFacts(before.table, names),
      tableFacts(body as RoutingTable, names),
    );
  },

  async preview(manager, { basedOnVersion, body }, { now }) {
    const before = (await routingTableVersions(manager)).find(
      ({ table }) => table.version === basedOnVersion,
    );
    if (before === undefined) return [];
    const names = await readNames(manager, now);
    return [await replaySection(manager, { current: before.table, draft: body as RoutingTable, names, now })];
  },
};
