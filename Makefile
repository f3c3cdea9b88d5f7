# How `sam build` makes the functions: all of them share one package, which Maven builds once.
# Plain `make` builds and tests everything.

PACKAGE = functions/target/function
SOURCES = $(shell find memory/src/main adapters/src/main functions/src/main -type f) pom.xml $(wildcard */pom.xml)

.PHONY: verify package build-ChatFunction build-ContextFunction build-ConversationsFunction build-CleanupFunction

verify:
	./mvnw --batch-mode verify

package: functions/target/function.zip

# An older package would leave jars of other versions beside the new ones.
functions/target/function.zip: $(SOURCES)
	rm -rf $(PACKAGE) $@
	./mvnw --batch-mode --no-transfer-progress --quiet -Dmaven.test.skip=true -pl functions -am package
	touch $@

build-ChatFunction build-ContextFunction build-ConversationsFunction build-CleanupFunction: package
	cp -R $(PACKAGE)/. "$(ARTIFACTS_DIR)"
