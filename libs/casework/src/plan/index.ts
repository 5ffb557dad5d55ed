export * from './close-plan-contact';
export * from './end-lost-leads';
export * from './keep-told';
export * from './move-plan-lead';
export * from './offer-plan-lead';
export * from './place-in-plan';
export * from './plan-next-contact';
export * from './read-shared-plan';
