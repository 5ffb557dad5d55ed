import type { Instant, MessageTemplate, TemplateBody, TemplateId } from '#libs/domain';
import type { DataSource, EntityManager } from 'typeorm';
import { instantOf } from '../columns';

export interface TemplateVersion extends MessageTemplate {
  readonly effectiveFrom: Instant;
}

/** Every version of one template, or of all, newest first. */
export async function templateVersions(
  manager: EntityManager,
  id: TemplateId | null = null,
): Promise<readonly TemplateVersion[]> {
  const rows = await manager.query<RawVersion[]>(
    `select template_id, version, body, effective_from from app.message_template_version
     where $1::text is null or template_id = $1 order by template_id, version desc`,
    [id],
  );
  return rows.map((row) => ({
    id: row.template_id,
    version: row.version,
    ...row.body,
    effectiveFrom: instantOf(row.effective_from),
  }));
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

interface RawVersion {
  readonly template_id: TemplateId;
  readonly version: number;
  readonly body: TemplateBody;
  readonly effective_from: Date;
}
