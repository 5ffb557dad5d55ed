import {
  PERSON_TEMPLATE_IDS,
  TEMPLATE_IDS,
  type Instant,
  type MessageTemplate,
  type PersonTemplate,
  type PersonTemplateBody,
  type PersonTemplateId,
  type TemplateBody,
  type TemplateId,
} from '#libs/domain';
import type { DataSource, EntityManager } from 'typeorm';
import { instantOf } from '../columns';

export interface TemplateVersion extends MessageTemplate {
  readonly effectiveFrom: Instant;
}

export interface PersonTemplateVersion extends PersonTemplate {
  readonly effectiveFrom: Instant;
}

/** Every version of one template for staff, or of all, newest first. */
export async function templateVersions(
  manager: EntityManager,
  id: TemplateId | null = null,
): Promise<readonly TemplateVersion[]> {
  const rows = await versionsOf<TemplateId, TemplateBody>(manager, id === null ? TEMPLATE_IDS : [id]);
  return rows.map((row) => ({
    id: row.template_id,
    version: row.version,
    ...row.body,
    effectiveFrom: instantOf(row.effective_from),
  }));
}

/** As `templateVersions`, for the texts that go to people. */
export async function personTemplateVersions(
  manager: EntityManager,
  id: PersonTemplateId | null = null,
): Promise<readonly PersonTemplateVersion[]> {
  const ids = id === null ? PERSON_TEMPLATE_IDS : [id];
  const rows = await versionsOf<PersonTemplateId, PersonTemplateBody>(manager, ids);
  return rows.map((row) => ({
    id: row.template_id,
    version: row.version,
    ...row.body,
    effectiveFrom: instantOf(row.effective_from),
  }));
}

function versionsOf<Id, Body>(
  manager: EntityManager,
  ids: readonly Id[],
): Promise<readonly RawVersion<Id, Body>[]> {
  return manager.query<RawVersion<Id, Body>[]>(
    `select template_id, version, body, effective_from from app.message_template_version
     where template_id = any($1::text[]) order by template_id, version desc`,
    [ids],
  );
}

/** The texts that the mailer sends: the version in force by the service's clock, asked for each message. */
export class MessageTemplateReader {
  constructor(private readonly source: DataSource) {}

  async inForce(id: TemplateId): Promise<MessageTemplate> {
    const [row] = await this.source.query<RawVersion[]>(
      `select template_id, version, body, effective_from from app.message_template_version
       where template_id = $1 and effective_from <= app.service_now() order by version desc limit 1`,
      [id],
    );
    if (!row) throw new Error('a message has no template in force');
    return { id: row.template_id, version: row.version, ...row.body };
  }
}

interface RawVersion<Id = TemplateId, Body = TemplateBody> {
  readonly template_id: Id;
  readonly version: number;
  readonly body: Body;
  readonly effective_from: Date;
}
