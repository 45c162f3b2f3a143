/**
 * The command line: {@code java -jar tlsguard.jar}. Everything starts at {@link org.tlsguard.cli.Main}.
 *
 * <p>A command is a class that reads its arguments, does its work through the modules for policies and reports, and
 * returns an {@link org.tlsguard.cli.ExitCode exit code}. What stops it is a {@link org.tlsguard.cli.CommandException},
 * which becomes one line on standard error. Nothing here is loaded by the agent.
 */
package org.tlsguard.cli;
