import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stateMachinesDocument } from './state-machines-document';

const DOCS = join(__dirname, '../../docs');

describe('documents drawn from the code', () => {
  it('docs/state-machines.md shows the machines as they are', () => {
    const file = join(DOCS, 'state-machines.md');
    if (process.env['UPDATE_DOCS'] === '1') writeFileSync(file, stateMachinesDocument());
    expect(readFileSync(file, 'utf8')).toBe(stateMachinesDocument());
  });
});
