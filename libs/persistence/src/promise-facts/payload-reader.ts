import { instant, NOT_RECORDED, type Instant, type PayloadObject } from '#libs/domain';

/** Reads a journal payload. A missing or mistyped value means the journal is not what its writers promise: stop. */
export class PayloadReader {
  constructor(
    private readonly type: string,
    private readonly payload: PayloadObject,
  ) {}

  text(name: string): string {
    const value = this.payload[name];
    return typeof value === 'string' ? value : this.fail(name);
  }

  /** A code that events written before it was kept do not have. */
  code(name: string): string {
    const value = this.payload[name] ?? NOT_RECORDED;
    return typeof value === 'string' ? value : this.fail(name);
  }

  count(name: string): number {
    const value = this.payload[name];
    return typeof value === 'number' ? value : this.fail(name);
  }

  /** Null where it is null. */
  maybeText(name: string): string | null {
    return this.payload[name] === null ? null : this.text(name);
  }

  maybeCount(name: string): number | null {
    return this.payload[name] === null ? null : this.count(name);
  }

  flag(name: string): boolean {
    const value = this.payload[name];
    return typeof value === 'boolean' ? value : this.fail(name);
  }

  at(name: string): Instant {
    return instant(this.text(name));
  }

  maybeAt(name: string): Instant | null {
    return this.payload[name] === null ? null : this.at(name);
  }

  private fail(name: string): never {
    throw new Error(`the journal event ${this.type} has no usable ${name}`);
  }
}
