package dev.danamemory.summary;

import java.util.Set;

/** Words that weigh more or less than others; of languages that are not here all words weigh alike. */
final class Lexicon {
    private static final Set<String> TIMES = words("""
            january february march april may june july august september october november december jan feb mar apr jun jul
            aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun
            today tomorrow yesterday tonight weekend noon midnight am pm last next ago week weeks month months year years
            januar februar märz mai juni juli oktober dezember montag dienstag mittwoch donnerstag freitag samstag sonntag
            heute morgen gestern janvier février mars avril juin juillet août septembre octobre novembre décembre lundi
            mardi mercredi jeudi vendredi samedi dimanche demain hier enero febrero abril mayo junio julio agosto
            septiembre octubre noviembre diciembre lunes martes miércoles jueves viernes mañana ayer
            今天 明天 昨天 今日 明日 昨日 来週 来月 下周 下个 내일 오늘 어제""");
    private static final Set<String> DECISIONS = words("""
            decide decided decision agree agreed agreement plan plans planned planning promise promised choose chose chosen
            booked reserved ordered bought sold signed confirmed cancelled canceled deadline must prefer allergic
            beschlossen entschieden vereinbart gebucht bestellt décidé choisi réservé commandé decidido acordado reservado
            решили договорились заказал 决定 決定 约定 約束 预订 予約 予定""");
    private static final Set<String> SPEAKER = words("""
            i my me mine we our us ich mein meine wir unser je mon ma nous notre yo mi nosotros nuestro я мой моя мы наш
            我 我们 私 僕 저 나""");
    private static final Set<String> LISTENER = words("""
            you your yours du dein deine ihr euch vous votre tu tes usted su ты твой вы ваш 你 您 你们 당신""");
    private static final Set<String> FILLER = words("""
            ah aha amazing anything anyway awesome awful aww beautiful believe best better bet big bit bye care cool
            course cute definitely else enjoy enjoying even everything exactly excited exciting fantastic feel feeling
            feels fine fun glad go going gonna good got gotta great guess guys haha happy hear heard hello hey hi hope
            hopefully inspiring interesting keep kind know let lets life like look looking looks lot lots love loved
            lovely luck make makes making many matter maybe mean means much need never nice oh ok okay oof one perfect
            please pretty pumped really right say says see seem seems sounds sorry stuff super sure support take taking
            talk tell thank thanks thing things think thrilled time totally truly try trying tough use useful wanna want
            wanted way welcome well wonderful words worth wow yeah yep yes yup""");

    private Lexicon() {}

    private static Set<String> words(String list) {
        return Set.of(list.strip().split("\\s+"));
    }

    static boolean isTime(String folded) {
        return TIMES.contains(folded);
    }

    static boolean decides(String folded) {
        return DECISIONS.contains(folded);
    }

    static boolean isSpeaker(String folded) {
        return SPEAKER.contains(folded);
    }

    static boolean isListener(String folded) {
        return LISTENER.contains(folded);
    }

    /** Whether it says that something is said, or well said, and not what. */
    static boolean isFiller(String folded) {
        return FILLER.contains(folded);
    }
}
