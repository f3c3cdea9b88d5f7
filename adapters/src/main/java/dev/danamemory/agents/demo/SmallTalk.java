package dev.danamemory.agents.demo;

/** Phrases that state nothing worth remembering; an agent has an answer to each of them. */
enum SmallTalk {
    GREETING,
    THANKS,
    FAREWELL,
    HELP,
    /** Asks how the agent is called. */
    OWN_NAME
}
