export * from './complaint.row';
export * from './complaint.store';
