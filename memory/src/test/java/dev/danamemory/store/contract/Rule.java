package dev.danamemory.store.contract;

/**
 * Rules of storing that stores were seen to break, each with the clause that fails without it. A store's mutant test
 * breaks them one by one; which of them apply to a store is the store's to say.
 */
public enum Rule {
    /** An append puts on condition of what it loaded. */
    APPEND_ON_CONDITION("twoAppendsWithOneNumberAreBothStored"),
    /** An append that lost looks for its own turn before it tries again. */
    LOOK_FOR_OWN_TURN("anAppendSentAgainStoresNothingMore"),
    /** It looks at every turn after the number loaded, not at the window only. */
    LOOK_BEYOND_THE_WINDOW("anAppendSentAgainAfterFortyFiveOthersStoresNothingMore"),
    /** It never makes a conversation. */
    APPEND_NEVER_CREATES("anEraseBetweenLoadAndAppendIsTold"),
    /** It compares the epoch. */
    APPEND_COMPARES_EPOCH("aClearBetweenLoadAndAppendIsTold"),
    /** It compares the birth. */
    APPEND_COMPARES_BIRTH("anEraseBetweenLoadAndAppendIsToldAlsoOnceTheIdBeganAnew"),
    /** A claim puts on condition that none is there. */
    CLAIM_ON_CONDITION("ofManyClaimsOneHolds"),
    /** A caller's turn id is known as long as its epoch lasts. */
    TURN_IDS_LAST("aTurnIdIsKnownHoweverLongAgoItCame"),
    /** Turns are sealed before the head lets go of them. */
    SEAL_BEFORE_LETTING_GO("aCrashAfterAnyRequestLosesAndDoublesNothing"),
    /** A seal that meets its own block goes on. */
    SEAL_KNOWS_ITS_BLOCK("aCrashAfterAnyRequestLosesAndDoublesNothing"),
    /** The head lets go of turns. */
    HEAD_LETS_GO("aTurnCostsOneReadAndOneWriteHoweverLongTheHistory"),
    /** A clear raises the generation. */
    CLEAR_RAISES_GENERATION("aGenerationRisesWithAClearAndNeverOtherwise"),
    /** The last generation is kept through an erase. */
    GENERATION_OUTLIVES_ERASE("aGenerationIsNeverUsedTwiceWhateverTheClockDoes"),
    /** A clear forgets the title that was derived from what it forgets. */
    CLEAR_FORGETS_DERIVED_TITLE("aClearForgetsADerivedTitle"),
    /** A clear deletes what its turns left. */
    CLEAR_SWEEPS("aClearLeavesNoTextBehindButWhatItKeeps"),
    /** A redaction raises the generation. */
    REDACTION_RAISES_GENERATION("aRedactionTakesBackAllButThePlace"),
    /** A redaction makes the title anew that was derived from what it takes back. */
    REDACTION_FORGETS_DERIVED_TITLE("aRedactionOfTheFirstMessageMakesTheTitleAnew"),
    /** A redaction makes the summaries anew that may tell of the turn, the older ones too. */
    REDACTION_REMAKES_SUMMARIES("summariesThatMayTellOfARedactedTurnAreMadeAnew"),
    /** A redaction that meets another's work finishes it. */
    REDACTION_FINISHES_ANOTHERS("aRedactionThatCrashedAnywhereIsCompletedByItsRepeat"),
    /** A seal that meets its own block takes what is redacted on either side. */
    SEAL_TAKES_THE_REDACTED_SIDE("aSealWithAnOldHeadAfterARedactionBringsNothingBack"),
    /** A summary is committed on condition of the generation. */
    SUMMARY_COMPARES_GENERATION("aSummaryIsNotCommittedOverARedaction"),
    /** A create puts on condition that nothing is there. */
    CREATE_ON_CONDITION("aCreateThatMeetsAnotherChangesNothing"),
    /** A create knows its own birth. */
    CREATE_KNOWS_ITS_BIRTH("aCreateWhoseAnswerGotLostKnowsItsOwn"),
    /** An erase leaves a stub, on which late creates fail. */
    ERASE_LEAVES_A_STUB("aCreateDeliveredAfterAnEraseBringsNothingBack"),
    /** An erase sweeps all there is. */
    ERASE_SWEEPS("anEraseLeavesNoTextBehind"),
    /** An erase that meets a stub finishes the sweep. */
    ERASE_FINISHES_ANOTHERS("anEraseThatCrashedAnywhereIsCompletedByItsRepeat"),
    /** An erase that meets the beginning of a create stops that create. */
    ERASE_STOPS_BROKEN_CREATES("anEraseAfterABrokenCreateIsComplete"),
    /** An erase marks before it sweeps. */
    MARK_BEFORE_SWEEP("aCrashAfterAnyRequestLosesAndDoublesNothing"),
    /** A sweep spares what began anew meanwhile. */
    SWEEP_SPARES_NEW_EPOCHS("twoThatMeetOnAConversationComeOutInSomeOrder"),
    /** A version is never used twice, even when the content is the same again. */
    VERSIONS_ARE_NEW("aChangeThatWasTakenBackIsNotMadeAgain"),
    /** A create looks whether all of its user's was erased meanwhile. */
    CREATE_LOOKS_FOR_USER_ERASE("aCreateThatMeetsAnEraseOfItsUserLeavesNothing"),
    /** A touch puts on condition of the entry that it read. */
    TOUCH_ON_CONDITION("aTouchDeliveredAfterAnEraseBringsNothingBack"),
    /** A touch writes once per half hour. */
    TOUCH_ONCE_PER_HALF_HOUR("activityIsRecordedOncePerHalfHour"),
    /** A list entry is written from the newest conversation. */
    LIST_FOLLOWS_CONVERSATION("twoThatMeetOnAConversationComeOutInSomeOrder"),
    /** A list is ordered by activity. */
    LIST_BY_ACTIVITY("aListShowsTheNewestActivityFirst"),
    /** A list is one user's. */
    LIST_OF_ONE_USER("aListHoldsOnesOwnOnly"),
    /** Names are kept apart character by character. */
    NAMES_AS_THEY_ARE("noUserReachesAnothersConversation"),
    /** Ids are kept apart character by character. */
    IDS_AS_THEY_ARE("noConversationReachesAnother"),
    /** A page goes on through blocks without skipping or doubling. */
    PAGES_ADJOIN("pagesAreWholeAtEveryLength"),
    /** A page holds at least one turn. */
    PAGE_HOLDS_ONE("aPageEndsEarlyAndHoldsAtLeastOneTurn"),
    /** An import appears at once. */
    IMPORT_AT_ONCE("anImportAppearsAtOnce"),
    /** A clear ends the sameness of an imported file. */
    CLEAR_FORGETS_IMPORT("afterAClearTheSameFileIsNoLongerThere"),
    /** A summary is committed on condition of the epoch. */
    SUMMARY_COMPARES_EPOCH("aSummaryIsNotCommittedOverAClear"),
    /** Summaries adjoin. */
    SUMMARIES_ADJOIN("aRangeThatDoesNotAdjoinIsRefused"),
    /** Sessions are counted by timestamps, not by the clock. */
    SESSIONS_BY_TIMESTAMP("sessionsAreCountedByTimestamps"),
    /** Metadata is merged. */
    METADATA_MERGED("metadataIsMerged"),
    /** Damage is an error. */
    DAMAGE_IS_AN_ERROR("damageIsAnErrorThatNamesTheObjectAndNothingIsOverwritten"),
    /** A failed read is an error. */
    FAILED_READ_IS_AN_ERROR("aFailedReadIsNoEmptyHistory"),
    /** An archive is committed on condition that no turn came. */
    ARCHIVE_COMPARES_TURNS("aTurnThatComesWhileTurnsAreArchivedIsKept"),
    /** An archive is committed on condition of the generation. */
    ARCHIVE_COMPARES_GENERATION("aRedactionWhileTurnsAreArchivedLeavesNoText"),
    /** One at a time changes which archives there are. */
    ARCHIVES_ARE_HELD("anArchiveAndASweepThatMeetLoseNothing"),
    /** Archiving and deleting look for activity. */
    RETIRE_ONLY_WHAT_IS_IDLE("whatIsInUseIsLeftAlone"),
    /** What arrives late is swept an hour later. */
    SWEEP_ONCE_MORE("whatArrivedLateIsSwept"),
    /** A turn is stored whole, whatever its size. */
    ANY_SIZE("thirtyTurnsOfTheLargestSizeAreReadWhole");

    private final String clause;

    Rule(String clause) {
        this.clause = clause;
    }

    /** Whether it is a rule of archiving, deleting and sweeping, which a store may leave to others. */
    public boolean isOfUpkeep() {
        return switch (this) {
            case ARCHIVE_COMPARES_TURNS,
                    ARCHIVE_COMPARES_GENERATION,
                    ARCHIVES_ARE_HELD,
                    RETIRE_ONLY_WHAT_IS_IDLE,
                    SWEEP_ONCE_MORE -> true;
            default -> false;
        };
    }

    /** The name of the test that fails without the rule. */
    public String clause() {
        return clause;
    }
}
