const { default: Sequencer } = require('@jest/test-sequencer');

/** Files that take minutes, the longest first: begun last they would leave one worker idle beside them. */
const LONGEST = [
  /journeys\/(every-page|two-years)/,
  /journeys\//,
  /pages\/.*in-a-browser|api\/(hostile-bodies|roles)/,
];
/** Timers wait more than they work. */
const WAITING = /timers\/|worker\/hung-process/;

const rankOf = ({ path }) => {
  const rank = LONGEST.findIndex((long) => long.test(path));
  return rank === -1 ? LONGEST.length : rank;
};

/** Spreads those that wait over the first half of the others, so that few of them wait at the same time. */
function mixed(waiting, others) {
  const every = Math.max(1, Math.floor(others.length / (2 * waiting.length)));
  const left = [...waiting];
  const order = others.flatMap((test, at) => (at % every === 0 ? [...left.splice(0, 1), test] : [test]));
  return [...order, ...left];
}

module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    const sorted = super.sort(tests).toSorted((a, b) => rankOf(a) - rankOf(b));
    const waits = ({ path }) => WAITING.test(path);
    return mixed(
      sorted.filter(waits),
      sorted.filter((test) => !waits(test)),
    );
  }
};
