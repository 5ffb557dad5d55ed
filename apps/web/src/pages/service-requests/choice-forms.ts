import {
  REQUEST_DECLINES,
  REQUEST_ENDINGS,
  REQUEST_WITHDRAWALS,
  STILL_WANTED_ANSWERS,
  type RequestDecline,
  type RequestEnding,
  type RequestWithdrawal,
  type StillWantedAnswer,
} from '#libs/domain';
import { DECLINE, END } from '../provider/provider.copy';
import { DECLINE_WORDS, ENDING_WORDS, WITHDRAW_WORDS } from './request-words.copy';
import { REQUEST, STILL_WANTED, WITHDRAW } from './request.copy';

/** A page with one question and a closed list of answers. */
export interface ChoicePage<Code extends string> {
  readonly title: string;
  readonly lines: readonly string[];
  readonly legend: string;
  readonly codes: readonly Code[];
  readonly words: Readonly<Record<Code, string>>;
  readonly missing: string;
  readonly submit: string;
}

export const WITHDRAW_FORM: ChoicePage<RequestWithdrawal> = {
  title: WITHDRAW.title,
  lines: [WITHDRAW.effect],
  legend: WITHDRAW.legend,
  codes: REQUEST_WITHDRAWALS,
  words: WITHDRAW_WORDS,
  missing: WITHDRAW.errors.reason,
  submit: WITHDRAW.submit,
};

export const STILL_WANTED_FORM: ChoicePage<StillWantedAnswer> = {
  title: STILL_WANTED.title,
  lines: [STILL_WANTED.hint],
  legend: STILL_WANTED.legend,
  codes: STILL_WANTED_ANSWERS,
  words: STILL_WANTED.choices,
  missing: STILL_WANTED.errors.answer,
  submit: STILL_WANTED.submit,
};

export const DECLINE_FORM: ChoicePage<RequestDecline> = {
  title: DECLINE.title,
  lines: [DECLINE.effect, DECLINE.lead],
  legend: DECLINE.legend,
  codes: REQUEST_DECLINES,
  words: DECLINE_WORDS,
  missing: DECLINE.error,
  submit: DECLINE.submit,
};

/** As the desk notes it for a service where nobody works here. */
export const NOTED_DECLINE_FORM: ChoicePage<RequestDecline> = {
  ...DECLINE_FORM,
  title: REQUEST.declineTitle,
  lines: [REQUEST.noteIntro],
  legend: REQUEST.declineLegend,
  submit: REQUEST.noteSubmit,
};

export const END_FORM: ChoicePage<RequestEnding> = {
  title: END.title,
  lines: [],
  legend: END.legend,
  codes: REQUEST_ENDINGS,
  words: ENDING_WORDS,
  missing: END.error,
  submit: END.submit,
};
