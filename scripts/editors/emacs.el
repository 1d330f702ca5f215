;;; Asks the server what a person in Emacs asks -*- lexical-binding: t -*-
;; emacs -Q --batch -l CONFIGURATION -l this file      (scripts/editors.mjs does it)
(require 'eglot)
(require 'cl-lib)

(defvar test-failures 0)

(defmacro test-check (title &rest body)
  `(condition-case problem
       (progn ,@body (princ (format "  ok  %s\n" ,title)))
     (error (setq test-failures (1+ test-failures))
            (princ (format "  NOT %s: %S\n" ,title problem)))))

(defun test-wait (what condition)
  (with-timeout (15 (error "Nothing came of it: %s" what))
    (while (not (funcall condition)) (accept-process-output nil 0.05))))

(defun test-at (line column)
  (goto-char (point-min))
  (forward-line (1- line))
  (forward-char (1- column)))

(defun test-ask (method line column &optional more)
  (test-at line column)
  (jsonrpc-request (eglot-current-server) method (append more (eglot--TextDocumentPositionParams)) :timeout 15))

(defun test-line (line)
  (test-at line 1)
  (buffer-substring-no-properties (line-beginning-position) (line-end-position)))

(defun test-must (found wanted)
  (unless (string-match-p (regexp-quote wanted) found) (error "No “%s” in: %s" wanted found)))

(setq eglot-sync-connect t
      eglot-confirm-server-edits nil
      eglot-confirm-server-initiated-edits nil)
(find-file "template.yaml")
(test-check "starts the server"
 (call-interactively #'eglot)
 (test-wait "a server" #'eglot-current-server))
(test-check "diagnostics"
 (test-wait "a diagnostic" (lambda () (flymake-diagnostics)))
 (test-wait "unknown-ref" (lambda ()
   (cl-some (lambda (one) (string-match-p "Log is neither" (flymake-diagnostic-text one))) (flymake-diagnostics)))))
(test-check "hover, the own note first"
 (test-must (format "%S" (test-ask :textDocument/hover 8 8)) "I lost the logs once"))
(test-check "completion"
 (test-must (format "%S" (test-ask :textDocument/completion 17 20)) "\"Logs\""))
(test-check "definition"
 (test-at 10 28)
 (let ((found (xref-backend-definitions 'eglot (symbol-name 'BucketName))))
   (test-must (format "%S" (mapcar #'xref-location-marker (mapcar #'xref-item-location found))) "marker at")
   (unless (= 3 (with-current-buffer (marker-buffer (xref-location-marker (xref-item-location (car found))))
                  (line-number-at-pos (xref-location-marker (xref-item-location (car found))))))
     (error "%S" found))))
(test-check "rename"
 (test-at 3 4)
 (eglot-rename "Name")
 (test-must (test-line 3) "  Name:")
 (test-must (test-line 10) "!Ref Name"))
(test-check "code action"
 (test-at 17 21)
 (let ((actions (eglot-code-actions (point) (point))))
   (unless actions (error "There are none"))
   (eglot-execute (eglot-current-server) (aref (vconcat actions) 0))
   (test-must (test-line 17) "!Ref Logs")))
(set-buffer-modified-p nil)
(kill-emacs (if (= test-failures 0) 0 1))
