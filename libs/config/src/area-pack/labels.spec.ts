import { labelOf, SUPPORT_KINDS } from '#libs/domain';
import { loadLabels, readLabels } from './labels';
import { defaultArea } from './pack-files';

describe('the labels of an area', () => {
  it('name every kind of support in the words of that area', () => {
    const labels = loadLabels(defaultArea());
    for (const kind of SUPPORT_KINDS) expect(labelOf(labels, kind).name).toMatch(/^[A-Z]/);
    expect(labelOf(labels, 'isva').short).toBe('ISVAA');
  });

  it('say which file cannot be read', () => {
    expect(readLabels('nowhere')).toMatchObject({ kind: 'faulty' });
    expect(() => loadLabels('nowhere')).toThrow('Area pack file nowhere/labels.json: cannot be read');
  });
});
