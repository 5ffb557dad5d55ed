export * from './contact-recheck.row';
export * from './court-dates';
export * from './milestone.row';
export * from './track-officer.row';
export * from './track-position.row';
export * from './track-reading';
export * from './track.row';
export * from './track.store';
