import type { MessageTemplateStore, TemplateVersionRecord } from '#libs/casework';
import type { EntityManager } from 'typeorm';
import { dateOf, instantOf } from '../columns';

export class PostgresMessageTemplateStore implements MessageTemplateStore {
  constructor(private readonly manager: EntityManager) {}

  async newest(id: string): Promise<TemplateVersionRecord | null> {
    const [row] = await this.manager.query<
      { template_id: string; version: number; body: object; effective_from: Date }[]
    >(
      `select template_id, version, body, effective_from from app.message_template_version
       where template_id = $1 order by version desc limit 1`,
      [id],
    );
    if (!row) return null;
    const { template_id, version, body, effective_from: from } = row;
    return { id: template_id, version, body, effectiveFrom: instantOf(from) };
  }

  async append({ id, version, body, effectiveFrom }: TemplateVersionRecord): Promise<void> {
    await this.manager.query(
      `insert into app.message_template_version (template_id, version, body, effective_from)
       values ($1, $2, $3, $4)`,
      [id, version, JSON.stringify(body), dateOf(effectiveFrom)],
    );
  }
}
