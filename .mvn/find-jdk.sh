# Sourced by mvnw, dana-memory and .ci/run (POSIX sh): exports JAVA_HOME of a JDK 25 or newer, or says what to install and exits.

# mvnw keeps Maven in HOME, which a service may be started without; the system knows it by the user's name.
[ -n "${HOME-}" ] || HOME=$(eval "echo ~$(id -un)")
export HOME

# Reads the JDK's release file: starting each candidate's java would cost more than the rest of the launcher.
dana_jdk_major() {
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
  while IFS='=' read -r dana_key dana_value; do
    if [ "$dana_key" = JAVA_VERSION ]; then
      dana_value=${dana_value#\"}
      dana_value=${dana_value%%[!0-9]*}
      [ -n "$dana_value" ] || return 1
      echo "$dana_value"
      return 0
    fi
  done <"$1/release"
  return 1
}

dana_java_on_path() {
  dana_java=$(command -v java) || return 0
  dana_java=$(readlink -f "$dana_java" 2>/dev/null) || return 0
  echo "${dana_java%/bin/java}"
}

# The newest release is not always one that the build's tools know: a 25 wins over any later one.
dana_find_jdk() {
  set +f
  dana_later=
  for dana_home in \
    "${JDK_25-}" "${JAVA_HOME_25_X64-}" "${JAVA_HOME_25_ARM64-}" \
    /usr/lib/jvm/* /usr/lib64/jvm/* /usr/java/* /opt/java* /opt/jdk* /opt/java/* \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.asdf/installs/java/* "$HOME"/.local/share/mise/installs/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    "$(dana_java_on_path)"; do
    [ -n "$dana_home" ] || continue
    dana_major=$(dana_jdk_major "$dana_home") || continue
    if [ "$dana_major" -eq 25 ]; then
      echo "$dana_home"
      return 0
    fi
    if [ "$dana_major" -gt 25 ]; then
      dana_later=$dana_home
    fi
  done
  [ -n "$dana_later" ] && echo "$dana_later"
}

dana_need_jdk() {
  cat >&2 <<'END'
Dana Memory needs a JDK 25 (a full JDK with javac), and none was found.

  Debian, Ubuntu   add Adoptium's apt repository (https://adoptium.net/installation/linux/),
                   then: apt install temurin-25-jdk
  macOS            brew install --cask temurin@25
  SDKMAN!          sdk install java 25-tem
  any system       download Temurin 25 from https://adoptium.net/temurin/releases/?version=25

A JDK in an unusual place is found through JAVA_HOME: JAVA_HOME=/path/to/jdk-25 followed by the command.
END
}

if dana_major=$(dana_jdk_major "${JAVA_HOME-}") && [ "$dana_major" -ge 25 ]; then
  :
elif dana_home=$(dana_find_jdk); then
  JAVA_HOME=$dana_home
else
  dana_need_jdk
  exit 1
fi
export JAVA_HOME
