export * from './contact-due.job';
