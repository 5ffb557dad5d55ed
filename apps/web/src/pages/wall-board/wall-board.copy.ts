export const WALL_BOARD = {
  title: 'Wall board',
  note: 'Initials and references only. Every time this page is drawn, who was shown is recorded with your name.',
  empty: 'Nobody is waiting.',
  unreadable: '–',
  startRefresh: 'Load this page again every 5 minutes',
  stopRefresh: 'Stop loading this page again',
} as const;
