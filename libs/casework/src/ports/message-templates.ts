import type { Instant } from '#libs/domain';

export interface TemplateVersionRecord {
  /** A message to staff or to people. */
  readonly id: string;
  readonly version: number;
  readonly body: object;
  readonly effectiveFrom: Instant;
}

export interface MessageTemplateStore {
  /** The newest version, in force or not; null for a template that does not exist. */
  newest(id: string): Promise<TemplateVersionRecord | null>;
  append(record: TemplateVersionRecord): Promise<void>;
}
