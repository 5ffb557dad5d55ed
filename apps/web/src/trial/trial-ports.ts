import fastifySession from '@fastify/session';
import { instant, type AgencyId, type Role, type StaffActor, type UserId } from '#libs/domain';
import type { DemoAdvance, DemoClock } from '../demo-clock/demo-clock';
import type { InstanceState } from '../instance/instance-info';
import type { WebPorts } from '../ports';
import type { StaffIdentity } from '../sign-in/staff-directory';

const AGENCY = '00000000-0000-7000-8000-00000000aaaa' as AgencyId;

/** Ports that live in memory and behave: what was asked of them can be seen, and staff can be closed. */
export class TrialPorts implements WebPorts {
  readonly people = new Map<string, StaffActor>();
  readonly closed = new Set<UserId>();
  readonly advances: DemoAdvance[] = [];
  resets = 0;
  private employed = 0;
  databaseUp = true;
  state: InstanceState = { synthetic: true, serviceNow: instant('2026-09-01T14:05:00Z') };

  readonly sessions = new (fastifySession.MemoryStore as unknown as new () => WebPorts['sessions'])();

  readonly staff = {
    findByIdentity: async ({ provider, subject }: StaffIdentity) => this.active(`${provider} ${subject}`),
    findActive: async (userId: UserId) => {
      const known = [...this.people].find(([, actor]) => actor.userId === userId);
      return known === undefined ? null : this.active(known[0]);
    },
  };

  readonly instance = {
    read: async () => {
      if (!this.databaseUp) throw Object.assign(new Error('no'), { code: 'ECONNREFUSED' });
      return this.state;
    },
  };

  readonly demoClock: DemoClock = {
    canReset: true,
    advance: async (_actor, step) => void this.advances.push(step),
    reset: async () => void (this.resets += 1),
  };

  readonly readiness = {
    check: async () => [{ name: 'database', ready: this.databaseUp }],
  };

  /** Adds someone with this role, known to the issuer by `persona-<role>`. */
  employ(role: Role): StaffActor {
    this.employed += 1;
    const number = String(this.employed).padStart(12, '0');
    const userId = `00000000-0000-7000-8000-${number}` as UserId;
    const actor: StaffActor = { kind: 'staff', userId, role, agencyId: AGENCY, teamId: null };
    this.people.set(`local persona-${role}`, actor);
    return actor;
  }

  private active(key: string): StaffActor | null {
    const actor = this.people.get(key);
    return actor === undefined || this.closed.has(actor.userId) ? null : actor;
  }
}
