"""Start LibreOffice with its LanguageTool pointed at a server, and have a paragraph proofread.

Runs in the Python that LibreOffice has: libreoffice.py PROFILE TEXT; prints what was found as JSON.
"""

import json
import subprocess
import sys
import time

import uno
from com.sun.star.connection import NoConnectException
from com.sun.star.lang import Locale

profile, text = sys.argv[1:]
PIPE = f"newslint-{time.time_ns()}"
office = subprocess.Popen(
    [
        "soffice",
        "--headless",
        "--norestore",
        "--nologo",
        f"-env:UserInstallation={profile}",
        f"--accept=pipe,name={PIPE};urp",
    ]
)
here = uno.getComponentContext()
resolver = here.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", here)


def connected():
    for _ in range(300):
        try:
            return resolver.resolve(f"uno:pipe,name={PIPE};urp;StarOffice.ComponentContext")
        except NoConnectException:
            time.sleep(0.2)
    raise SystemExit("LibreOffice does not answer")


there = connected()


def service(name):
    return there.ServiceManager.createInstanceWithContext(name, there)


try:
    checker = service("org.openoffice.lingu.LanguageToolGrammarChecker")
    units = len(text.encode("utf-16-le")) // 2
    result = checker.doProofreading("1", text, Locale("en", "US", ""), 0, units, ())
    found = [
        [each.nErrorStart, each.nErrorLength, each.aShortComment, list(each.aSuggestions)]
        for each in result.aErrors
    ]
    sys.stdout.write(json.dumps(found))
finally:
    service("com.sun.star.frame.Desktop").terminate()
    office.wait(30)
