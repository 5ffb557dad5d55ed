import { ROUTING_TABLE, tableFaults, type RoutingTable } from '#libs/domain';
import type { ChangeKind } from '../change-proposals/change-kind';

/** The next version of how people are routed. An answer that was given keeps the version it was given under. */
export const routingChange: ChangeKind = {
  kind: 'routing',

  async newest(tx, subject) {
    if (subject !== ROUTING_TABLE) return null;
    const { table, effectiveFrom } = await tx.routing.newestTable();
    return { version: table.version, effectiveFrom, body: table };
  },

  async faults(tx, { basedOnVersion, body }) {
    const table = body as RoutingTable;
    if (table.id !== ROUTING_TABLE || table.version !== basedOnVersion + 1)
      return ['routing-another-version'];
    const listed = await tx.directory.current(tx.now);
    const services = listed.map(({ service }) => service);
    const faults = tableFaults(table, services, { districts: await tx.directory.districts() });
    return [...new Set(faults.map(({ code }) => `routing-${code}`))];
  },

  async apply(tx, { body, effectiveFrom }) {
    await tx.routing.appendTable({ table: body as RoutingTable, effectiveFrom });
  },
};
