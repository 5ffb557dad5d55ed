import type { PoliceAnswer } from '#libs/casework';
import { instant, readCrimeNumber } from '#libs/domain';
import { invalidInput } from '../../../errors/problem';
import { routeOf } from '../referrals/referral-input';
import type { AnswerTaskBody } from './police-task.dto';

/** A checked body as the use case takes it. What came beside the chosen answer is left where it is. */
export function policeAnswerIn({ answer, route, crimeNumber, askAgainAt }: AnswerTaskBody): PoliceAnswer {
  switch (answer) {
    case 'route-given':
      if (route === undefined) throw missing('route', 'route must be a number with what is safe on it');
      return { kind: answer, route: routeOf(route) };
    case 'crime-number-given': {
      const reference = crimeNumber === undefined ? null : readCrimeNumber(crimeNumber);
      if (reference === null)
        throw missing('crimeNumber', 'crimeNumber must be 4 to 30 letters, digits, strokes and hyphens');
      return { kind: answer, reference };
    }
    case 'ask-again':
      if (askAgainAt === undefined) throw missing('askAgainAt', 'askAgainAt must be a time with an offset');
      return { kind: answer, at: instant(askAgainAt) };
    case 'agreed':
    case 'no-contact-wanted':
      return { kind: answer };
  }
}

function missing(field: string, message: string) {
  return invalidInput([{ field, message }]);
}
