import { setTimeout as pause } from 'node:timers/promises';
import type { Harm, Outcome } from '../injector';
import type { Fault } from '../schedule';

const OURS = `from pg_stat_activity where backend_type = 'client backend' and usename like 'waymark\\_%'`;

/** Ends, kills or halts backends, or the whole server without a checkpoint. */
export function postgresFault(fault: Fault, { system: { servers }, turns }: Harm): Promise<Outcome> {
  const { kind, choice, lastsMs } = fault;
  if (kind === 'postgres-immediate-stop')
    return turns.take('postgres', async () => {
      servers.killPostgres();
      await pause(lastsMs);
      await servers.startPostgresAgain();
      return null;
    });
  if (kind === 'postgres-backends-ended')
    return turns.take('postgres', async () => {
      await servers.ask(`select pg_terminate_backend(pid) ${OURS} and pid % 2 = $1`, [choice % 2]);
      return null;
    });
  return turns.take('postgres', async () => {
    const backends = await servers.ask<{ pid: number }>(`select pid ${OURS} order by state, pid`);
    const chosen = backends[choice % Math.max(1, backends.length)];
    if (chosen === undefined) return 'no process was connected';
    if (kind === 'postgres-backend-kill') {
      // PostgreSQL ends every other backend and recovers: shared memory may be harmed.
      process.kill(chosen.pid, 'SIGKILL');
      return null;
    }
    process.kill(chosen.pid, 'SIGSTOP');
    void pause(lastsMs).then(() => goOn(chosen.pid));
    return null;
  });
}

/** The backend may be gone with its server. */
function goOn(pid: number): void {
  try {
    process.kill(pid, 'SIGCONT');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
