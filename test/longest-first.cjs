const { default: Sequencer } = require('@jest/test-sequencer');

/**
 * Files that take minutes, the longest first: begun last they would leave one worker idle beside them. Timers wait more
 * than they work, so they come while the long journeys work.
 */
const LONGEST = [
  /journeys\/(every-page|two-years)/,
  /timers\//,
  /journeys\//,
  /pages\/.*in-a-browser|api\/(hostile-bodies|roles)/,
];

const rankOf = ({ path }) => {
  const rank = LONGEST.findIndex((long) => long.test(path));
  return rank === -1 ? LONGEST.length : rank;
};

module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    return super.sort(tests).toSorted((a, b) => rankOf(a) - rankOf(b));
  }
};
