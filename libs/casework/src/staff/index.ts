export * from './change-staff';
export * from './invite-staff';
export * from './keep-team';
