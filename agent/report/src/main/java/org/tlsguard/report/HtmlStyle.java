package org.tlsguard.report;

/**
 * The style sheet of the page. A constant and no resource: it has to be there when the report is written as the JVM shuts down,
 * when the agent's jar may be closed already.
 */
final class HtmlStyle {

    static final String CSS =
            ":root{color-scheme:light dark;--ground:#f6f6f4;--card:#fff;--ink:#1d2126;--soft:#5c6670;--line:#dcdfe2;"
                    + "--code:#f1f2f3;--critical:#b3123a;--high:#c2500c;--medium:#8a6500;--low:#3d6180;--good:#1c7344}\n"
                    + "@media(prefers-color-scheme:dark){:root{--ground:#15181b;--card:#1e2226;--ink:#e4e7ea;--soft:#98a3ad;--line:#343a40;"
                    + "--code:#262b30;--critical:#ff7591;--high:#ff9d5c;--medium:#e3bd4f;--low:#8fbbe0;--good:#6fcf97}}\n"
                    + "*{box-sizing:border-box}\n"
                    + "body{margin:0 auto;max-width:68rem;padding:2.5rem 1.5rem 4rem;background:var(--ground);color:var(--ink);"
                    + "font:16px/1.5 system-ui,-apple-system,'Segoe UI',Roboto,'Helvetica Neue',sans-serif;overflow-wrap:anywhere}\n"
                    + "h1{margin:.2rem 0 .4rem;font-size:2.4rem;line-height:1.15;letter-spacing:-.02em}\n"
                    + "h2{margin:3rem 0 1rem;font-size:1.4rem}\n"
                    + "h3{margin:2rem 0 .3rem;font-size:1.1rem}h3 code{font-size:1em}\n"
                    + "h4{margin:.6rem 0 .5rem;font-size:.95rem;color:var(--soft);font-weight:500}\n"
                    + "p{margin:.5rem 0}\n"
                    + "code,pre{font:.88em/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,'DejaVu Sans Mono',monospace;unicode-bidi:isolate}\n"
                    + "pre{margin:.5rem 0;padding:.7rem .9rem;background:var(--code);border-radius:6px;white-space:pre-wrap;font-size:.82em}\n"
                    + ".soft,.brand,footer{color:var(--soft)}\n"
                    + ".brand{font-weight:600;letter-spacing:.02em}\n"
                    + ".tiles{display:flex;flex-wrap:wrap;gap:.75rem;margin:1.5rem 0;padding:0;list-style:none}\n"
                    + ".tiles li{flex:1 1 7rem;padding:.6rem .9rem;background:var(--card);border:1px solid var(--line);border-radius:8px;"
                    + "color:var(--soft);font-size:.85rem}\n"
                    + ".tiles b{display:block;color:var(--ink);font-size:1.5rem;line-height:1.3;font-variant-numeric:tabular-nums}\n"
                    + ".tiles .bad b{color:var(--critical)}\n"
                    + ".warning{margin:1rem 0;padding:.6rem .9rem;background:var(--card);border:1px solid var(--line);"
                    + "border-left:4px solid var(--high);border-radius:6px}\n"
                    + "article{margin:.8rem 0;padding:1rem 1.2rem;background:var(--card);border:1px solid var(--line);"
                    + "border-left:4px solid var(--soft);border-radius:8px}\n"
                    + "article.critical{border-left-color:var(--critical)}article.high{border-left-color:var(--high)}"
                    + "article.medium{border-left-color:var(--medium)}article.low{border-left-color:var(--low)}\n"
                    + ".title{display:flex;flex-wrap:wrap;align-items:baseline;gap:.3rem .6rem;margin:0 0 .4rem}\n"
                    + ".title b{font-size:1.05rem}\n"
                    + ".tag{padding:.05rem .5rem;border:1px solid currentColor;border-radius:1rem;color:var(--soft);font-size:.78rem}\n"
                    + ".critical>.title .severity{color:var(--critical)}.high>.title .severity{color:var(--high)}"
                    + ".medium>.title .severity{color:var(--medium)}.low>.title .severity{color:var(--low)}\n"
                    + ".tag.active{background:var(--critical);border-color:var(--critical);color:var(--card)}\n"
                    + ".seen{margin-left:auto;color:var(--soft);font-size:.82rem}\n"
                    + "dl{display:grid;grid-template-columns:minmax(6.5rem,max-content) 1fr;gap:.25rem 1rem;margin:.8rem 0;font-size:.92rem}\n"
                    + "dt{color:var(--soft)}dd{margin:0;min-width:0}\n"
                    + "details{margin:.5rem 0 0;font-size:.92rem}\n"
                    + "summary{cursor:pointer;color:var(--soft)}\n"
                    + "table{width:100%;border-collapse:collapse;background:var(--card);border:1px solid var(--line);font-size:.9rem}\n"
                    + "th,td{padding:.45rem .8rem;border-bottom:1px solid var(--line);text-align:left;vertical-align:top}\n"
                    + "th{color:var(--soft);font-weight:500}\n"
                    + "td{unicode-bidi:isolate}\n"
                    + ".number{text-align:right;font-variant-numeric:tabular-nums}\n"
                    + ".live{color:var(--good)}.failed{color:var(--critical);font-weight:600}\n"
                    + "footer{margin-top:3rem;font-size:.85rem}\n"
                    + "@media print{body{max-width:none;padding:0;background:none;font-size:10pt}article,.tiles li,tr{break-inside:avoid}"
                    + "h2,h3,h4{break-after:avoid}summary{list-style:none}"
                    + "details::details-content{display:block;content-visibility:visible;block-size:auto}}\n";

    private HtmlStyle() {}
}
