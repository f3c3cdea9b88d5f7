package dev.danamemory.context;

import dev.danamemory.model.Turn;
import java.util.List;

/**
 * Spends a token budget: on the query, the newest turn, further recent turns without a hole up to a share of the rest,
 * then relevant turns and summaries by worth per token, then more recent turns. Parts are priced one by one and the
 * whole is counted at the end, for it may take more than its parts; what was taken last then goes first. Where all that
 * was asked for fits, all of it is shown.
 */
final class BudgetSpender {
    /** Of what is left after the newest turn, what further recent turns may take before anything else. */
    private static final double RECENT_SHARE = 0.6;

    /** What parts that are joined may take more than one by one: a budget that is named has to suffice. */
    private static final int MARGIN = 8;

    private final Candidates candidates;
    private final Pricing pricing;
    private final TurnCutter cutter;
    private final int budget;
    private final Basket basket = new Basket();
    private int left;

    BudgetSpender(Candidates candidates, Pricing pricing, TokenCounter counter) {
        this.candidates = candidates;
        this.pricing = pricing;
        this.cutter = new TurnCutter(counter);
        this.budget = candidates.request().tokenBudget();
    }

    /** @throws QueryTooLargeException when the budget does not suffice for the query and a glimpse of the newest turn */
    Selection spend() {
        if (recentMayFit()) {
            Selection all = candidates.all();
            if (pricing.fitsSurely(all, budget) || allFits(all)) {
                return all;
            }
        }
        int frame = pricing.whole(Selection.NOTHING);
        if (frame > budget) {
            throw QueryTooLargeException.alone(frame, budget);
        }
        left = budget - frame;
        if (!candidates.recent().isEmpty()) {
            left -= pricing.title(ContextText.RECENT);
            takeNewest(candidates.recent().getLast());
        }
        int recent = takeRecent(1, (int) (left * RECENT_SHARE));
        takeByWorth(recent);
        takeRecent(recent, left);
        return fitting();
    }

    // spares looking for relevant turns twice where the recent ones are too much already
    private boolean recentMayFit() {
        Selection recent = new Selection(List.of(), List.of(), candidates.recent(), false);
        return recent.chars() <= budget || leftByRecent() >= 0;
    }

    /** What of the budget all recent turns would leave, negative when they do not fit. */
    private int leftByRecent() {
        int room = budget;
        for (Turn turn : candidates.recent().reversed()) {
            if (!pricing.recent(turn).fits(room)) {
                return -1;
            }
            room -= pricing.recent(turn).tokens();
        }
        return room;
    }

    private boolean allFits(Selection all) {
        int room = leftByRecent();
        for (Turn turn : all.relevant()) {
            if (!pricing.relevant(turn).fits(room)) {
                return false;
            }
            room -= pricing.relevant(turn).tokens();
        }
        return room >= 0 && pricing.whole(all) <= budget;
    }

    private void takeNewest(Turn newest) {
        CountedText whole = pricing.recent(newest);
        if (whole.fits(left / 2)) {
            take(new Taken.Recent(newest, false), whole.tokens());
        } else {
            Turn cut = cutter.cut(newest, left / 2)
                    .or(() -> cutter.cut(newest, left))
                    .orElseThrow(() -> noRoomFor(newest));
            take(new Taken.Recent(cut, true), pricing.price(cut));
        }
    }

    private QueryTooLargeException noRoomFor(Turn newest) {
        int needed = pricing.whole(Selection.NOTHING) + pricing.title(ContextText.RECENT) + cutter.least(newest);
        return QueryTooLargeException.besideNewestTurn(Math.max(needed, budget) + MARGIN, budget);
    }

    /** Takes recent turns behind the {@code taken} newest, for at most so many tokens; how many are taken then. */
    private int takeRecent(int taken, int share) {
        int room = share;
        int so = Math.min(taken, candidates.recent().size());
        while (so < candidates.recent().size()) {
            Turn next = candidates.recent().reversed().get(so);
            // a turn that was taken as a relevant one moves, and costs only its steps more
            int paid = basket.holdsRelevant(next) ? pricing.relevant(next).tokens() : 0;
            if (!pricing.recent(next).fits(room + paid)) {
                break;
            }
            basket.giveBackRelevant(next);
            int price = pricing.recent(next).tokens() - paid;
            take(new Taken.Recent(next, false), price);
            room -= price;
            so++;
        }
        return so;
    }

    private void takeByWorth(int recent) {
        int summaries = pricing.title(ContextText.SUMMARIES) + pricing.title("");
        int relevant = pricing.title(ContextText.RELEVANT);
        for (Offer offer : Offer.byWorth(candidates, recent, pricing, left)) {
            boolean isSummary = offer.what() instanceof Taken.Summarised;
            int price = offer.tokens() + (isSummary ? summaries : relevant);
            if (price <= left) {
                take(offer.what(), price);
                // the title is paid once
                summaries = isSummary ? 0 : summaries;
                relevant = isSummary ? relevant : 0;
            }
        }
    }

    private void take(Taken what, int price) {
        basket.take(what);
        left -= price;
    }

    private Selection fitting() {
        int least = candidates.recent().isEmpty() ? 0 : 1;
        while (basket.size() > least && over() > 0) {
            basket.giveBackLast();
        }
        for (int over = over(); over > 0; over = over()) {
            Turn newest = candidates.recent().getLast();
            Taken.Recent shown = (Taken.Recent) basket.giveBackLast();
            int room = pricing.price(shown.turn()) - over;
            Turn cut = cutter.cut(newest, room).orElseThrow(() -> noRoomFor(newest));
            basket.take(new Taken.Recent(cut, true));
        }
        return basket.selection();
    }

    private int over() {
        return pricing.whole(basket.selection()) - budget;
    }
}
