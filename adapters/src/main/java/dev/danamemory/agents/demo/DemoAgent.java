package dev.danamemory.agents.demo;

import dev.danamemory.chat.Agent;
import dev.danamemory.chat.AgentReply;
import dev.danamemory.chat.AgentRequest;
import dev.danamemory.context.AssembledContext;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Answers offline and always the same: from the context it is handed and nothing else. It quotes what the user said with
 * date and turn, the newest statement first, and says when it was not told. Words count whole, in any script.
 */
public final class DemoAgent implements Agent {
    private static final int RECALLED = 3;

    private final Lexicon lexicon;
    private final List<String> nameWords;
    private final Answers answers;

    DemoAgent(String name, Lexicon lexicon) {
        this.lexicon = lexicon;
        this.nameWords = Word.texts(Words.of(name));
        this.answers = new Answers(name);
    }

    @Override
    public AgentReply reply(AgentRequest request) {
        return new AgentReply(answer(request.message(), request.memory()), List.of());
    }

    private String answer(String message, AssembledContext memory) {
        List<Word> words = Words.of(message);
        if (words.isEmpty()) {
            return answers.noWords();
        }
        SmallTalk smallTalk = smallTalk(words);
        if (smallTalk != null) {
            return answer(smallTalk, Recollection.of(memory, lexicon));
        }
        Utterance utterance = Utterance.of(message, lexicon);
        List<Word> asked = Words.of(utterance.question());
        if (asked.isEmpty()) {
            return answers.noted(message.strip(), Recollection.isEmpty(memory, lexicon));
        }
        SmallTalk question = smallTalk(asked);
        Recollection recollection = Recollection.of(memory, lexicon);
        return question != null ? answer(question, recollection) : answer(utterance, asked, recollection);
    }

    // "Hello Memory Bot" is a greeting
    private @Nullable SmallTalk smallTalk(List<Word> words) {
        int named = words.size() - nameWords.size();
        boolean endsWithName =
                named > 0 && Word.texts(words.subList(named, words.size())).equals(nameWords);
        return lexicon.smallTalk(endsWithName ? words.subList(0, named) : words);
    }

    private String answer(SmallTalk smallTalk, Recollection memory) {
        return switch (smallTalk) {
            case GREETING -> answers.greeting(memory);
            case THANKS -> answers.thanks();
            case FAREWELL -> answers.farewell(memory);
            case HELP -> answers.help();
            case OWN_NAME -> answers.ownName();
        };
    }

    private String answer(Utterance utterance, List<Word> asked, Recollection memory) {
        if (Word.phrase(Word.texts(asked)).contains(" your name ")) {
            return answers.ownName();
        }
        Recollection justNow = new Recollection(
                utterance.statements().stream().map(Statement::justNow).toList());
        List<Topic> topics = Topic.of(utterance.question(), asked, lexicon);
        if (asksWhoIAm(asked, topics)) {
            return memory.introduction(lexicon)
                    .or(() -> justNow.introduction(lexicon))
                    .map(answers::found)
                    .orElseGet(answers::userNotNamed);
        }
        return topics.isEmpty() ? answers.all(memory.newest(RECALLED)) : about(topics, memory, justNow);
    }

    private boolean asksWhoIAm(List<Word> asked, List<Topic> topics) {
        boolean myName = topics.size() == 1
                && topics.getFirst().terms().equals(List.of("name"))
                && Word.texts(asked).contains("my");
        return myName || lexicon.asksWhoIAm(asked);
    }

    private String about(List<Topic> topics, Recollection memory, Recollection justNow) {
        Optional<Statement.Match> told = memory.about(topics);
        return told.filter(Statement.Match::isWhole)
                .or(() -> justNow.about(topics).filter(Statement.Match::isWhole))
                .or(() -> told)
                .map(answers::found)
                .orElseGet(() -> answers.notTold(Answers.names(topics)));
    }
}
