import type { RefusalCopy } from '../errors/refusal';
import type { SignInRefusal } from './sign-in-flow';

export const SIGN_IN_REFUSALS: RefusalCopy<SignInRefusal> = {
  'not-started': {
    sentence: 'This sign-in was not started in this browser, or it took longer than 10 minutes. Start again.',
    problem: 'sign-in-refused',
  },
  'not-completed': {
    sentence: 'Your organisation’s sign-in service did not confirm who you are. Start again.',
    problem: 'sign-in-refused',
  },
  'second-factor-missing': {
    sentence:
      'Your organisation’s sign-in service did not say that you used a second step, such as a key or an app. This service needs one.',
    problem: 'sign-in-refused',
  },
  'second-factor-old': {
    sentence:
      'Your organisation’s sign-in service did not ask you again who you are. This page needs a fresh second step. Start again, or tell your administrator.',
    problem: 'sign-in-refused',
  },
  'somebody-else': {
    sentence:
      'Somebody else signed in than the person who is signed in here. Sign out first to change who you are.',
    problem: 'sign-in-refused',
  },
  'not-a-member-of-staff': {
    sentence:
      'You have signed in to your organisation, but you do not have an account here or it was closed.',
    problem: 'sign-in-refused',
  },
};
