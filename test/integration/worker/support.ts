import type { Actor } from '#libs/domain';

export const onlyService: Actor = { kind: 'service', process: 'projector' };
