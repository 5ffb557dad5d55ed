import { CreateInstanceAndClaims1790000000001 } from './1790000000001-create-instance-and-claims';
import { CreateAgenciesAndStaff1790000000002 } from './1790000000002-create-agencies-and-staff';
import { CreateJournal1790000000003 } from './1790000000003-create-journal';
import { CreatePoliciesAndCalendars1790000000004 } from './1790000000004-create-policies-and-calendars';
import { CreatePeopleAndCases1790000000005 } from './1790000000005-create-people-and-cases';
import { CreateDeadlines1790000000006 } from './1790000000006-create-deadlines';
import { CreatePromiseFacts1790000000007 } from './1790000000007-create-promise-facts';
import { IndexSentMessages1790000000008 } from './1790000000008-index-sent-messages';
import { NeverTruncateLedgers1790000000009 } from './1790000000009-never-truncate-ledgers';
import { BindRecordsToTheirWriter1790000000010 } from './1790000000010-bind-records-to-their-writer';
import { OpenOtherDoors1790000000011 } from './1790000000011-open-other-doors';
import { RedirectAndCountDeclinedOffers1790000000012 } from './1790000000012-redirect-and-count-declined-offers';
import { CreateReferralDrafts1790000000013 } from './1790000000013-create-referral-drafts';
import { AskThePolice1790000000014 } from './1790000000014-ask-the-police';
import { CreateClaimsAndHandovers1790000000015 } from './1790000000015-create-claims-and-handovers';
import { CountTheBoard1790000000016 } from './1790000000016-count-the-board';
import { RecordConversationsAndCallBacks1790000000017 } from './1790000000017-record-conversations-and-call-backs';
import { RecordWhatContactNeeds1790000000018 } from './1790000000018-record-what-contact-needs';
import { ApproveChangesOfTheRules1790000000019 } from './1790000000019-approve-changes-of-the-rules';
import { PreviewChangesWithoutCases1790000000020 } from './1790000000020-preview-changes-without-cases';
import { PageThePersonOnCall1790000000021 } from './1790000000021-page-the-person-on-call';
import { KeepStaffAndMessages1790000000022 } from './1790000000022-keep-staff-and-messages';
import { NarrowWhoReadsAndWrites1790000000023 } from './1790000000023-narrow-who-reads-and-writes';
import { GrowTheSafeContactCard1790000000024 } from './1790000000024-grow-the-safe-contact-card';
import { WriteToThePerson1790000000025 } from './1790000000025-write-to-the-person';
import { WordMessagesToThePerson1790000000026 } from './1790000000026-word-messages-to-the-person';
import { MatchPeople1790000000027 } from './1790000000027-match-people';
import { SearchForPeople1790000000028 } from './1790000000028-search-for-people';
import { KeepConsent1790000000029 } from './1790000000029-keep-consent';
import { ShareWithProviders1790000000030 } from './1790000000030-share-with-providers';
import { WatchOverSafeguarding1790000000031 } from './1790000000031-watch-over-safeguarding';
import { KnowAgesAsTheyStand1790000000032 } from './1790000000032-know-ages-as-they-stand';
import { BuildWallsAroundCases1790000000033 } from './1790000000033-build-walls-around-cases';
import { BreakTheGlass1790000000034 } from './1790000000034-break-the-glass';
import { CountTheBoardWithoutWalls1790000000035 } from './1790000000035-count-the-board-without-walls';
import { WallOffSuspects1790000000036 } from './1790000000036-wall-off-suspects';
import { KeepDataRequests1790000000037 } from './1790000000037-keep-data-requests';
import { OpenTheDataDesk1790000000038 } from './1790000000038-open-the-data-desk';
import { CopyAndCorrectWhatIsHeld1790000000039 } from './1790000000039-copy-and-correct-what-is-held';
import { KeepAndHoldRecords1790000000040 } from './1790000000040-keep-and-hold-records';
import { ErasePeople1790000000041 } from './1790000000041-erase-people';
import { ReachLinkedRecords1790000000042 } from './1790000000042-reach-linked-records';
import { CloseWhatEyesLeftOpen1790000000043 } from './1790000000043-close-what-eyes-left-open';
import { SetFailingWorkAside1790000000044 } from './1790000000044-set-failing-work-aside';
import { TellStaffWhatWaits1790000000045 } from './1790000000045-tell-staff-what-waits';
import { PutAgesRight1790000000046 } from './1790000000046-put-ages-right';
import { KeepHowPeopleDecide1790000000047 } from './1790000000047-keep-how-people-decide';
import { AnswerRequestsToErase1790000000048 } from './1790000000048-answer-requests-to-erase';
import { ChangeHowLongRecordsAreKept1790000000049 } from './1790000000049-change-how-long-records-are-kept';
import { MailWhatALeadDecides1790000000050 } from './1790000000050-mail-what-a-lead-decides';
import { KeepWallsWhole1790000000051 } from './1790000000051-keep-walls-whole';
import { NarrowWhatStands1790000000052 } from './1790000000052-narrow-what-stands';
import { KeepAuditorsFromTheDataDesk1790000000053 } from './1790000000053-keep-auditors-from-the-data-desk';
import { KeepTheDirectory1790000000054 } from './1790000000054-keep-the-directory';
import { ChangeHowPeopleAreRouted1790000000056 } from './1790000000056-change-how-people-are-routed';
import { KeepHowCasesWereRouted1790000000057 } from './1790000000057-keep-how-cases-were-routed';
import { AskServicesForSupport1790000000058 } from './1790000000058-ask-services-for-support';
import { AnswerRequestsForSupport1790000000059 } from './1790000000059-answer-requests-for-support';
import { KeepRequestsFromWalledAgencies1790000000060 } from './1790000000060-keep-requests-from-walled-agencies';
import { LetCoordinatorsWork1790000000061 } from './1790000000061-let-coordinators-work';
import { DateDistricts1790000000062 } from './1790000000062-date-districts';
import { KeepAnInstanceInItsArea1790000000063 } from './1790000000063-keep-an-instance-in-its-area';
import { OpenOwnPathways1790000000064 } from './1790000000064-open-own-pathways';
import { KeepSupportTasks1790000000065 } from './1790000000065-keep-support-tasks';
import { CoverLeaveAndSwapShifts1790000000067 } from './1790000000067-cover-leave-and-swap-shifts';
import { ShareOnePlan1790000000068 } from './1790000000068-share-one-plan';
import { KeepPeopleSafeWithServices1790000000069 } from './1790000000069-keep-people-safe-with-services';
import { NarrowWhatProvidersWrite1790000000070 } from './1790000000070-narrow-what-providers-write';
import { ReplayRulesForManagers1790000000071 } from './1790000000071-replay-rules-for-managers';
import { CountWhoWaits1790000000072 } from './1790000000072-count-who-waits';
import { KeepRecordsWhileSupportGoesOn1790000000073 } from './1790000000073-keep-records-while-support-goes-on';
import { SettleAnswersOfOneInstant1790000000074 } from './1790000000074-settle-answers-of-one-instant';
import { KeepVersionsOfTheCode1790000000080 } from './1790000000080-keep-versions-of-the-code';
import { KeepDutiesUnderTheCode1790000000081 } from './1790000000081-keep-duties-under-the-code';
import { FollowInvestigations1790000000084 } from './1790000000084-follow-investigations';
import { KeepNotesInWalls1790000000088 } from './1790000000088-keep-notes-in-walls';
import { EndAndReturn1790000000089 } from './1790000000089-end-and-return';
import { KeepPlanTasks1790000000092 } from './1790000000092-keep-plan-tasks';
import { KeepNeedsAndRisks1790000000093 } from './1790000000093-keep-needs-and-risks';
import { KeepOutcomesFeedbackEquality1790000000094 } from './1790000000094-keep-outcomes-feedback-equality';
import { KeepAppointments1790000000095 } from './1790000000095-keep-appointments';
import { RegisterComplaints1790000000096 } from './1790000000096-register-complaints';
import { HearWhatMilestonesProve1790000000097 } from './1790000000097-hear-what-milestones-prove';
import { PageDutiesByTheirTimers1790000000098 } from './1790000000098-page-duties-by-their-timers';
import { PublishCodeFigures1790000000100 } from './1790000000100-publish-code-figures';
import { LetServicesKeepRecords1790000000101 } from './1790000000101-let-services-keep-records';
import { PageTheDeskForServices1790000000102 } from './1790000000102-page-the-desk-for-services';
import { NarrowWhoReadsRights1790000000103 } from './1790000000103-narrow-who-reads-rights';
import { HoldServicesToTheirRecords1790000000104 } from './1790000000104-hold-services-to-their-records';
import { SealTheJournal1790000000110 } from './1790000000110-seal-the-journal';
import { KeepRecordedOffences1790000000120 } from './1790000000120-keep-recorded-offences';
import { PublishCoverage1790000000121 } from './1790000000121-publish-coverage';
import { NameTheDisclosureRule1790000000122 } from './1790000000122-name-the-disclosure-rule';
import { FollowNeedsAndOutcomes1790000000123 } from './1790000000123-follow-needs-and-outcomes';
import { CountComplaints1790000000124 } from './1790000000124-count-complaints';
import { FreezeQuarters1790000000125 } from './1790000000125-freeze-quarters';
import { FollowWhereReachingStands1790000000127 } from './1790000000127-follow-where-reaching-stands';
import { DrawSamplesOfFigures1790000000135 } from './1790000000135-draw-samples-of-figures';
import { DrawSamplesOfEveryFigure1790000000136 } from './1790000000136-draw-samples-of-every-figure';
import { PublishReach1790000000138 } from './1790000000138-publish-reach';
import { RollUpFigures1790000000130 } from './1790000000130-roll-up-figures';
import { TellTheResponseApart1790000000131 } from './1790000000131-tell-the-response-apart';
import { CreateDataKeys1790000000001 } from './keys/1790000000001-create-data-keys';
import { KeepErasures1790000000002 } from './keys/1790000000002-keep-erasures';

/** In order. A merged migration is never edited: add the next one. */ import { WatchWhoLooks1790000000137 } from './1790000000137-watch-who-looks';

export const mainMigrations = [
  CreateInstanceAndClaims1790000000001,
  CreateAgenciesAndStaff1790000000002,
  CreateJournal1790000000003,
  CreatePoliciesAndCalendars1790000000004,
  CreatePeopleAndCases1790000000005,
  CreateDeadlines1790000000006,
  CreatePromiseFacts1790000000007,
  IndexSentMessages1790000000008,
  NeverTruncateLedgers1790000000009,
  BindRecordsToTheirWriter1790000000010,
  OpenOtherDoors1790000000011,
  RedirectAndCountDeclinedOffers1790000000012,
  CreateReferralDrafts1790000000013,
  AskThePolice1790000000014,
  CreateClaimsAndHandovers1790000000015,
  CountTheBoard1790000000016,
  RecordConversationsAndCallBacks1790000000017,
  RecordWhatContactNeeds1790000000018,
  ApproveChangesOfTheRules1790000000019,
  PreviewChangesWithoutCases1790000000020,
  PageThePersonOnCall1790000000021,
  KeepStaffAndMessages1790000000022,
  NarrowWhoReadsAndWrites1790000000023,
  GrowTheSafeContactCard1790000000024,
  WriteToThePerson1790000000025,
  WordMessagesToThePerson1790000000026,
  MatchPeople1790000000027,
  SearchForPeople1790000000028,
  KeepConsent1790000000029,
  ShareWithProviders1790000000030,
  WatchOverSafeguarding1790000000031,
  KnowAgesAsTheyStand1790000000032,
  BuildWallsAroundCases1790000000033,
  BreakTheGlass1790000000034,
  CountTheBoardWithoutWalls1790000000035,
  WallOffSuspects1790000000036,
  KeepDataRequests1790000000037,
  OpenTheDataDesk1790000000038,
  CopyAndCorrectWhatIsHeld1790000000039,
  KeepAndHoldRecords1790000000040,
  ErasePeople1790000000041,
  ReachLinkedRecords1790000000042,
  CloseWhatEyesLeftOpen1790000000043,
  SetFailingWorkAside1790000000044,
  TellStaffWhatWaits1790000000045,
  PutAgesRight1790000000046,
  KeepHowPeopleDecide1790000000047,
  AnswerRequestsToErase1790000000048,
  ChangeHowLongRecordsAreKept1790000000049,
  MailWhatALeadDecides1790000000050,
  KeepWallsWhole1790000000051,
  NarrowWhatStands1790000000052,
  KeepAuditorsFromTheDataDesk1790000000053,
  KeepTheDirectory1790000000054,
  ChangeHowPeopleAreRouted1790000000056,
  KeepHowCasesWereRouted1790000000057,
  AskServicesForSupport1790000000058,
  AnswerRequestsForSupport1790000000059,
  KeepRequestsFromWalledAgencies1790000000060,
  LetCoordinatorsWork1790000000061,
  DateDistricts1790000000062,
  KeepAnInstanceInItsArea1790000000063,
  OpenOwnPathways1790000000064,
  KeepSupportTasks1790000000065,
  CoverLeaveAndSwapShifts1790000000067,
  ShareOnePlan1790000000068,
  KeepPeopleSafeWithServices1790000000069,
  NarrowWhatProvidersWrite1790000000070,
  ReplayRulesForManagers1790000000071,
  CountWhoWaits1790000000072,
  KeepRecordsWhileSupportGoesOn1790000000073,
  SettleAnswersOfOneInstant1790000000074,
  KeepVersionsOfTheCode1790000000080,
  KeepDutiesUnderTheCode1790000000081,
  FollowInvestigations1790000000084,
  KeepNotesInWalls1790000000088,
  EndAndReturn1790000000089,
  KeepPlanTasks1790000000092,
  KeepNeedsAndRisks1790000000093,
  KeepOutcomesFeedbackEquality1790000000094,
  KeepAppointments1790000000095,
  RegisterComplaints1790000000096,
  HearWhatMilestonesProve1790000000097,
  PageDutiesByTheirTimers1790000000098,
  PublishCodeFigures1790000000100,
  LetServicesKeepRecords1790000000101,
  PageTheDeskForServices1790000000102,
  NarrowWhoReadsRights1790000000103,
  HoldServicesToTheirRecords1790000000104,
  SealTheJournal1790000000110,
  KeepRecordedOffences1790000000120,
  PublishCoverage1790000000121,
  NameTheDisclosureRule1790000000122,
  FollowNeedsAndOutcomes1790000000123,
  CountComplaints1790000000124,
  FreezeQuarters1790000000125,
  FollowWhereReachingStands1790000000127,
  RollUpFigures1790000000130,
  TellTheResponseApart1790000000131,
  DrawSamplesOfFigures1790000000135,
  DrawSamplesOfEveryFigure1790000000136,
  WatchWhoLooks1790000000137,
  PublishReach1790000000138,
];

export const keyMigrations = [CreateDataKeys1790000000001, KeepErasures1790000000002];
