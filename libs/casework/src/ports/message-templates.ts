import type { Instant, TemplateBody, TemplateId } from '#libs/domain';

export interface TemplateVersionRecord {
  readonly id: TemplateId;
  readonly version: number;
  readonly body: TemplateBody;
  readonly effectiveFrom: Instant;
}

export interface MessageTemplateStore {
  /** The newest version, in force or not; null for a template that does not exist. */
  newest(id: string): Promise<TemplateVersionRecord | null>;
  append(record: TemplateVersionRecord): Promise<void>;
}
