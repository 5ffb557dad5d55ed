import { Injectable } from '@nestjs/common';
import { timingSafeEqual } from 'node:crypto';
import { badRequest } from '../../../errors/problem';
import { ServerKey } from '../../../security/server-key';

const TAG_BYTES = 12;

/**
 * Where a page of a list ends, as text that clients hand back unread: the sort key of its last record and a tag. A
 * cursor that was changed, or that belongs to another list, is refused instead of paging from somewhere else.
 */
@Injectable()
export class Cursors {
  constructor(private readonly serverKey: ServerKey) {}

  write<Key extends object>(list: string, key: Key): string {
    const text = JSON.stringify(key);
    return Buffer.concat([this.tag(list, text), Buffer.from(text)]).toString('base64url');
  }

  read<Key extends object>(list: string, cursor: string | undefined): Key | null {
    if (cursor === undefined) return null;
    const bytes = Buffer.from(cursor, 'base64url');
    const text = bytes.subarray(TAG_BYTES).toString();
    const genuine = bytes.length > TAG_BYTES && bytes.toString('base64url') === cursor;
    if (!genuine || !timingSafeEqual(bytes.subarray(0, TAG_BYTES), this.tag(list, text))) throw notOurs();
    return JSON.parse(text) as Key;
  }

  private tag(list: string, text: string): Buffer {
    return this.serverKey.code('api-cursor', `${list}\n${text}`).subarray(0, TAG_BYTES);
  }
}

function notOurs() {
  return badRequest('The cursor is not one of this list.', [
    {
      field: 'cursor',
      message: 'Send the nextCursor of this list unchanged, or leave it out to begin again',
    },
  ]);
}
