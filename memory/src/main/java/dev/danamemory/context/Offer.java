package dev.danamemory.context;

import dev.danamemory.model.Summary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A relevant turn or a summary, and what it would cost. */
record Offer(Taken what, double worth, int tokens) {
    /** What a summary is worth where the best relevant turn is worth 1. */
    private static final double WORTH_OF_SUMMARY = 0.5;

    /**
     * All there are that fit into the room one by one, most worth per token first.
     *
     * @param recent how many recent turns are shown already
     */
    static List<Offer> byWorth(Candidates candidates, int recent, Pricing pricing, int room) {
        List<Offer> offers = new ArrayList<>();
        for (RelevantTurns.Choice choice : candidates.relevant(recent)) {
            add(new Taken.Relevant(choice.turn()), choice.worth(), pricing.relevant(choice.turn()), room, offers);
        }
        List<Summary> summaries = candidates.summaries();
        for (int i = summaries.size() - 1; i >= 0; i--) {
            Summary summary = summaries.get(i);
            add(new Taken.Summarised(summary, i), WORTH_OF_SUMMARY, pricing.summary(summary), room, offers);
        }
        offers.sort(Comparator.comparingDouble(Offer::worthPerToken).reversed());
        return offers;
    }

    private static void add(Taken what, double worth, CountedText priced, int room, List<Offer> offers) {
        if (priced.fits(room)) {
            offers.add(new Offer(what, worth, priced.tokens()));
        }
    }

    private double worthPerToken() {
        return worth / Math.max(1, tokens);
    }
}
